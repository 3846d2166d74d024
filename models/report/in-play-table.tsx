import type { EvaluationReport } from '#models/evaluation/report-schema'
import { shortName } from './charts'
import { intervalText, percent } from './percent'

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** What the lock rule does while people draw: own locks beside false ones, under each rule that is compared, and for each prompt. */
export function InPlayTable({ sets }: Pick<EvaluationReport, 'sets'>) {
  const played = sets.flatMap(({ name, inPlay }) => (inPlay ? [{ name, ...inPlay }] : []))
  if (played.length === 0) return null
  const lookalikes = played.reduce((sum, one) => sum + one.lookalikes, 0)
  return (
    <>
      <h2 id="in-play">In play</h2>
      <p>
        A lock counts at any moment, and only as the prompt. Own: digits that lock as what they are. As the
        prompt: drawings that lock as a digit which they are not, at any moment, however they end; the mean
        over the ten prompts. In brackets: 95 % intervals, by drawing whole hands again (bootstrap by writer).
      </p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>set</th>
              <th>rule</th>
              <th>hands</th>
              <th>own</th>
              <th>as the prompt</th>
              {lookalikes > 0 && <th>without lookalikes</th>}
            </tr>
          </thead>
          <tbody>
            {played.map(({ name, writers, rules }) =>
              rules.map(({ name: rule, own, asPrompt, withoutLookalikes }, index) => (
                <tr key={`${name} ${rule}`} className={index === rules.length - 1 ? 'shipped' : undefined}>
                  <td>{index === 0 ? shortName(name) : ''}</td>
                  <td>{rule}</td>
                  <td>{writers}</td>
                  <td>{own && intervalText(own)}</td>
                  <td>{intervalText(asPrompt, 3)}</td>
                  {lookalikes > 0 && <td>{withoutLookalikes && intervalText(withoutLookalikes, 3)}</td>}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      <h3>As which prompt, under the rule of the game</h3>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>set</th>
              {digits.map((digit) => (
                <th key={digit}>{digit}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {played.map(({ name, prompts }) => (
              <tr key={name}>
                <td>{shortName(name)}</td>
                {prompts.map(({ prompt, share, low, high }) => (
                  <td key={prompt}>
                    {percent(share)}
                    <br />
                    <span className="quiet">{`${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}`}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lookalikes > 0 && (
        <p className="quiet">
          {lookalikes} of the drawings are lookalikes that their set does not mark: Omniglot’s ㅣ, ㄱ, ㅇ and
          ㅋ, which are a 1, a 7, a 0 and a 7 with a bar to anyone who was asked for one. They count in the
          first figure, and not in the second.
        </p>
      )}
    </>
  )
}

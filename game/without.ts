/**
 * All fields of a type by name but some that are absent, for an object that is made anew field by field: one that a type gains later is not
 * forgotten there. What changes with each batch of ink is made so, where no rare field is there: the engine takes a spread of what was itself made by
 * a spread for a new shape each time, which costs ten times as much here and wherever the object is read.
 */
export type Without<Type, Absent extends keyof Type> = {
  readonly [Field in Exclude<keyof Type, Absent>]: Type[Field]
}

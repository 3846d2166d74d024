/** Which words a player agrees to when they let their drawings be kept. Raise it when the words change their meaning. */
export const consentVersion = 1

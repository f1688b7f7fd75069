/** Why a whole file or call cannot be used, in one line that says what to do; caught where the command starts. */
export class Unreadable extends Error {}

/** The stand-in's way to say that it does not know: never a silent undefined, never a guess. */
export class NotEmulated extends Error {
  constructor(what: string) {
    super(`NotEmulated: ${what}`);
    this.name = 'NotEmulated';
  }
}

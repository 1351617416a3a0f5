/** What the platform gives a sidebar (google.script.run and host reference), as far as we use it. */
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  rpc(name: string, input: string): void;
}

declare const google: { script: { run: Runner; host: { editor: { focus(): void } } } };

export function runner(): Runner {
  return google.script.run;
}

/** Unpacks Chromium and sets `CHROME_PATH`. */
export function unpackChromium(): Promise<void>;

/** Unpacks Chromium and sets `CHROME_PATH`. */
export default function setup(): Promise<void>;

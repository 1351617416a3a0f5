// jest's globalTeardown.
import { rm } from 'node:fs/promises';

export default () => rm(process.env.TESTS_FOLDER, { recursive: true, force: true });

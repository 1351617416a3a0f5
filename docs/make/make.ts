// `npm run docs`: what in docs/ is made and not written. `npm run docs -- checks` leaves the pictures as they are.
import { fileURLToPath } from 'node:url';
import { writeCheckPages } from './checks/pages.ts';
import { takePictures } from './pictures/take.ts';

const docs = fileURLToPath(new URL('../', import.meta.url));

await writeCheckPages(`${docs}checks`);
if (process.argv[2] !== 'checks') await takePictures(`${docs}images`);

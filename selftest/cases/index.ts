import type { Case } from '../case.ts';
import { rows } from './rows.ts';
import { rules } from './rules.ts';
import { runtime } from './runtime.ts';
import { values } from './values.ts';

/** Every fact, in the order of the sheet that it is written to. */
export const CASES: readonly Case[] = [...values, ...rows, ...rules, ...runtime];

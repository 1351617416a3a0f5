import { isDate } from './cells.ts';
import { ENGLISH, WEEKDAYS } from './locale.ts';
import { NotEmulated } from './not-emulated.ts';
import type { Realm } from './realm.ts';
import { Service, wrongArguments } from './service.ts';
import { offsetAt } from './time-zone.ts';

export class UtilitiesService extends Service {
  readonly $name = 'Utilities';
  private readonly realm: Realm;
  constructor(realm: Realm) {
    super();
    this.realm = realm;
  }

  /** Formats an instant in a time zone by a SimpleDateFormat pattern. */
  formatDate(date: Date, timeZone: string, format: string): string {
    if (!isDate(date)) throw wrongArguments('Utilities.formatDate', [date, timeZone, format]);
    const offset = offsetAt(date.getTime(), timeZone);
    const wall = new Date(date.getTime() + offset);
    const pad = (n: number, length: number) => String(n).padStart(length, '0');
    const zone = (colon: string) => {
      const minutes = Math.round(Math.abs(offset) / 60_000);
      return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${colon}${pad(minutes % 60, 2)}`;
    };
    const month = ENGLISH.months[wall.getUTCMonth()] ?? '';
    const hour = wall.getUTCHours();
    return format.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run, quoted: string | undefined) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
      const n = run.length;
      switch (run.charAt(0)) {
        case 'y':
          return n === 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear(), n);
        case 'M':
          if (n > 3) return month.charAt(0).toUpperCase() + month.slice(1);
          return n === 3 ? month.charAt(0).toUpperCase() + month.slice(1, 3) : pad(wall.getUTCMonth() + 1, n);
        case 'd':
          return pad(wall.getUTCDate(), n);
        case 'E':
          return (WEEKDAYS[wall.getUTCDay()] ?? '').slice(0, n > 3 ? 20 : 3);
        case 'u':
          return String(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay());
        case 'H':
          return pad(hour, n);
        case 'h':
          return pad(hour % 12 === 0 ? 12 : hour % 12, n);
        case 'm':
          return pad(wall.getUTCMinutes(), n);
        case 's':
          return pad(wall.getUTCSeconds(), n);
        case 'S':
          return pad(wall.getUTCMilliseconds(), n);
        case 'a':
          return hour < 12 ? 'AM' : 'PM';
        case 'Z':
          return zone('');
        case 'X':
          return n === 3 ? zone(':') : n === 2 ? zone('') : zone('').slice(0, 3);
        default:
          throw new NotEmulated(`Utilities.formatDate pattern ${run}`);
      }
    });
  }
  getUuid(): string {
    const hex = () => Math.floor(Math.random() * 16).toString(16);
    return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, hex);
  }
  sleep(milliseconds: number): void {
    this.realm.meter.sleep(milliseconds);
  }
}

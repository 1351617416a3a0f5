// Compile-time proof that the stand-in invents nothing: every method of a service class is one of the reference's. A name
// that the reference lacks is a type error here.
import type { EmbeddedChartBuilderService } from './charts.ts';
import type {
  ConditionalFormatRuleBuilderService,
  ConditionalFormatRuleService,
} from './conditional-format.ts';
import type { DataValidationBuilderService, DataValidationService } from './data-validation.ts';
import type { FilterService } from './filter.ts';
import type { ProtectionService } from './protection.ts';
import type { RangeService } from './range.ts';
import type { RangeListService } from './range-list.ts';
import type { RichTextValueBuilderService, RichTextValueService } from './rich-text.ts';
import type { SessionService } from './session.ts';
import type { SheetService } from './sheet.ts';
import type { SpreadsheetService } from './spreadsheet.ts';
import type { TextFinderService } from './text-finder.ts';

type Own<T> = Exclude<keyof T & string, `$${string}`>;

/** Methods that only the stand-in has: must be none. */
type Invented<Ours, Real> = Exclude<Own<Ours>, keyof Real>;

type None<T extends never> = T;

export type Conformance = [
  None<Invented<SpreadsheetService, GoogleAppsScript.Spreadsheet.Spreadsheet>>,
  None<Invented<SheetService, GoogleAppsScript.Spreadsheet.Sheet>>,
  None<Invented<RangeService, GoogleAppsScript.Spreadsheet.Range>>,
  None<Invented<RangeListService, GoogleAppsScript.Spreadsheet.RangeList>>,
  None<Invented<TextFinderService, GoogleAppsScript.Spreadsheet.TextFinder>>,
  None<Invented<FilterService, GoogleAppsScript.Spreadsheet.Filter>>,
  None<Invented<ProtectionService, GoogleAppsScript.Spreadsheet.Protection>>,
  None<Invented<DataValidationService, GoogleAppsScript.Spreadsheet.DataValidation>>,
  None<Invented<DataValidationBuilderService, GoogleAppsScript.Spreadsheet.DataValidationBuilder>>,
  None<Invented<ConditionalFormatRuleService, GoogleAppsScript.Spreadsheet.ConditionalFormatRule>>,
  None<
    Invented<ConditionalFormatRuleBuilderService, GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>
  >,
  None<Invented<RichTextValueService, GoogleAppsScript.Spreadsheet.RichTextValue>>,
  None<Invented<RichTextValueBuilderService, GoogleAppsScript.Spreadsheet.RichTextValueBuilder>>,
  None<Invented<EmbeddedChartBuilderService, GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder>>,
  None<Invented<SessionService, GoogleAppsScript.Base.Session>>,
];

// Compile-time proof that the stand-in invents nothing: every method of a service class is one of the reference's and gives
// back the same kind of thing. What the reference lacks is a type error here.
import type { BandingService } from './banding.ts';
import type { EmbeddedChartBuilderService, EmbeddedChartService } from './charts.ts';
import type {
  BooleanConditionService,
  ConditionalFormatRuleBuilderService,
  ConditionalFormatRuleService,
} from './conditional-format.ts';
import type { DataValidationBuilderService, DataValidationService } from './data-validation.ts';
import type { FilterCriteriaBuilderService, FilterCriteriaService, FilterService } from './filter.ts';
import type { LoggerService } from './inside.ts';
import type {
  DeveloperMetadataFinderService,
  DeveloperMetadataLocationService,
  DeveloperMetadataService,
} from './metadata.ts';
import type { NamedRangeService } from './named-range.ts';
import type { ProtectionService } from './protection.ts';
import type { RangeService } from './range.ts';
import type { RangeListService } from './range-list.ts';
import type {
  RichTextValueBuilderService,
  RichTextValueService,
  TextStyleBuilderService,
} from './rich-text.ts';
import type { EnumValue } from './service.ts';
import type { SessionService, UserService } from './session.ts';
import type { SheetService } from './sheet.ts';
import type { SpreadsheetService } from './spreadsheet.ts';
import type { ChartsService, SpreadsheetAppService } from './spreadsheet-app.ts';
import type { Cache, CacheService, Lock, LockService, Properties, PropertiesService } from './stores.ts';
import type { TextFinderService } from './text-finder.ts';
import type { HtmlOutputService, HtmlServiceService, MenuService, PromptResponse, UiService } from './ui.ts';
import type { UtilitiesService } from './utilities.ts';

type Own<T> = Exclude<keyof T & string, `$${string}`>;

/** Methods that only the stand-in has: must be none. */
type Invented<Ours, Real> = Exclude<Own<Ours>, keyof Real>;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What a script can tell apart: text, number, list, object. The reference's types leave null out; its enums are numbers. */
type Kind<T> = [T] extends [null]
  ? 'null'
  : Exclude<T, null | undefined> extends infer V
    ? [V] extends [string]
      ? 'string'
      : [V] extends [EnumValue]
        ? 'enum'
        : [V] extends [number]
          ? Same<V, number> extends true
            ? 'number'
            : 'enum'
          : [V] extends [boolean]
            ? 'boolean'
            : [V] extends [readonly unknown[]]
              ? 'list'
              : 'object'
    : never;

type Nothing = ReturnType<() => void>;

/** `void` methods of the reference may give anything: nobody reads it. */
type Gives<F> = F extends (...args: never[]) => infer R
  ? [R] extends [Nothing]
    ? 'nothing'
    : Kind<R>
  : 'no method';

/** Methods that give back another kind of thing than the reference says: must be none. */
type Different<Ours, Real> = {
  [K in Own<Ours> & keyof Real]: Gives<Real[K]> extends 'nothing' | 'no method'
    ? never
    : Gives<Ours[K]> extends Gives<Real[K]> | 'null'
      ? never
      : K;
}[Own<Ours> & keyof Real];

type Wrong<Ours, Real> = Invented<Ours, Real> | Different<Ours, Real>;
type None<T extends never> = T;

export type Conformance = [
  None<Wrong<SpreadsheetAppService, GoogleAppsScript.Spreadsheet.SpreadsheetApp>>,
  None<Wrong<SpreadsheetService, GoogleAppsScript.Spreadsheet.Spreadsheet>>,
  None<Wrong<SheetService, GoogleAppsScript.Spreadsheet.Sheet>>,
  None<Wrong<RangeService, GoogleAppsScript.Spreadsheet.Range>>,
  None<Wrong<RangeListService, GoogleAppsScript.Spreadsheet.RangeList>>,
  None<Wrong<NamedRangeService, GoogleAppsScript.Spreadsheet.NamedRange>>,
  None<Wrong<TextFinderService, GoogleAppsScript.Spreadsheet.TextFinder>>,
  None<Wrong<FilterService, GoogleAppsScript.Spreadsheet.Filter>>,
  None<Wrong<FilterCriteriaService, GoogleAppsScript.Spreadsheet.FilterCriteria>>,
  None<Wrong<FilterCriteriaBuilderService, GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder>>,
  None<Wrong<ProtectionService, GoogleAppsScript.Spreadsheet.Protection>>,
  None<Wrong<BandingService, GoogleAppsScript.Spreadsheet.Banding>>,
  None<Wrong<DataValidationService, GoogleAppsScript.Spreadsheet.DataValidation>>,
  None<Wrong<DataValidationBuilderService, GoogleAppsScript.Spreadsheet.DataValidationBuilder>>,
  None<Wrong<BooleanConditionService, GoogleAppsScript.Spreadsheet.BooleanCondition>>,
  None<Wrong<ConditionalFormatRuleService, GoogleAppsScript.Spreadsheet.ConditionalFormatRule>>,
  None<Wrong<ConditionalFormatRuleBuilderService, GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>>,
  None<Wrong<RichTextValueService, GoogleAppsScript.Spreadsheet.RichTextValue>>,
  None<Wrong<RichTextValueBuilderService, GoogleAppsScript.Spreadsheet.RichTextValueBuilder>>,
  None<Wrong<TextStyleBuilderService, GoogleAppsScript.Spreadsheet.TextStyleBuilder>>,
  None<Wrong<EmbeddedChartService, GoogleAppsScript.Spreadsheet.EmbeddedChart>>,
  None<Wrong<EmbeddedChartBuilderService, GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder>>,
  None<Wrong<DeveloperMetadataService, GoogleAppsScript.Spreadsheet.DeveloperMetadata>>,
  None<Wrong<DeveloperMetadataFinderService, GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder>>,
  None<Wrong<DeveloperMetadataLocationService, GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>>,
  None<Wrong<ChartsService, GoogleAppsScript.Charts.Charts>>,
  None<Wrong<UiService, GoogleAppsScript.Base.Ui>>,
  None<Wrong<MenuService, GoogleAppsScript.Base.Menu>>,
  None<Wrong<PromptResponse, GoogleAppsScript.Base.PromptResponse>>,
  None<Wrong<LoggerService, GoogleAppsScript.Base.Logger>>,
  None<Wrong<SessionService, GoogleAppsScript.Base.Session>>,
  None<Wrong<UserService, GoogleAppsScript.Base.User>>,
  None<Wrong<LockService, GoogleAppsScript.Lock.LockService>>,
  None<Wrong<Lock, GoogleAppsScript.Lock.Lock>>,
  None<Wrong<PropertiesService, GoogleAppsScript.Properties.PropertiesService>>,
  None<Wrong<Properties, GoogleAppsScript.Properties.Properties>>,
  None<Wrong<CacheService, GoogleAppsScript.Cache.CacheService>>,
  None<Wrong<Cache, GoogleAppsScript.Cache.Cache>>,
  None<Wrong<HtmlServiceService, GoogleAppsScript.HTML.HtmlService>>,
  None<Wrong<HtmlOutputService, GoogleAppsScript.HTML.HtmlOutput>>,
  None<Wrong<UtilitiesService, GoogleAppsScript.Utilities.Utilities>>,
];

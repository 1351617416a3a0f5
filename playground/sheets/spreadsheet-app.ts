import { BandingTheme } from './banding.ts';
import { ChartType } from './charts.ts';
import { BooleanCriteria, ConditionalFormatRuleBuilderService } from './conditional-format.ts';
import { DataValidationBuilderService, DataValidationCriteria } from './data-validation.ts';
import { FilterCriteriaBuilderService } from './filter.ts';
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility } from './metadata.ts';
import { ProtectionType } from './protection.ts';
import type { RangeService } from './range.ts';
import { WrapStrategy } from './range-looks.ts';
import type { Realm } from './realm.ts';
import { RichTextValueBuilderService, TextStyleBuilderService } from './rich-text.ts';
import { enumOf, Service } from './service.ts';
import type { SheetService } from './sheet.ts';
import { SpreadsheetService } from './spreadsheet.ts';
import { UiService } from './ui.ts';

const COPY_PASTE = [
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_VALUES',
  'PASTE_CONDITIONAL_FORMATTING',
  'PASTE_COLUMN_WIDTHS',
] as const;

export class SpreadsheetAppService extends Service {
  readonly $name = 'SpreadsheetApp';
  readonly ProtectionType = ProtectionType;
  readonly DataValidationCriteria = DataValidationCriteria;
  readonly BooleanCriteria = BooleanCriteria;
  readonly BandingTheme = BandingTheme;
  readonly CopyPasteType = enumOf(COPY_PASTE);
  readonly WrapStrategy = WrapStrategy;
  readonly DeveloperMetadataVisibility = DeveloperMetadataVisibility;
  readonly DeveloperMetadataLocationType = DeveloperMetadataLocationType;
  readonly Dimension = enumOf(['COLUMNS', 'ROWS']);
  readonly SheetType = enumOf(['GRID', 'OBJECT', 'DATASOURCE']);
  private readonly realm: Realm;
  private readonly ui: UiService;

  constructor(realm: Realm) {
    super();
    this.realm = realm;
    this.ui = new UiService(realm);
  }
  getActive(): SpreadsheetService {
    return SpreadsheetService.$of(this.realm);
  }
  getActiveSpreadsheet(): SpreadsheetService {
    return SpreadsheetService.$of(this.realm);
  }
  getActiveSheet(): SheetService {
    return SpreadsheetService.$of(this.realm).getActiveSheet();
  }
  getActiveRange(): RangeService | null {
    return SpreadsheetService.$of(this.realm).getActiveRange();
  }
  getUi(): UiService {
    return this.ui;
  }
  flush(): void {}
  newRichTextValue(): RichTextValueBuilderService {
    return new RichTextValueBuilderService();
  }
  newTextStyle(): TextStyleBuilderService {
    return new TextStyleBuilderService();
  }
  newDataValidation(): DataValidationBuilderService {
    return new DataValidationBuilderService(this.realm);
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilderService {
    return new ConditionalFormatRuleBuilderService(this.realm);
  }
  newFilterCriteria(): FilterCriteriaBuilderService {
    return new FilterCriteriaBuilderService();
  }
}

export class ChartsService extends Service {
  readonly $name = 'Charts';
  readonly ChartType = ChartType;
}

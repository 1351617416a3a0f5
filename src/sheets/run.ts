/** Who runs what, when: goes into the journal, Activity and Deleted Records. */
export interface Run {
  readonly run: string;
  /** Local date-time in the spreadsheet's time zone, ISO. */
  readonly when: string;
  readonly who: string;
  /** One sentence for Activity. */
  readonly what: string;
}

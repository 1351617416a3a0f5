/** Figures side by side, for people. */
export interface Table {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A figure that was promised, and what it came to. */
export interface Budget {
  readonly what: string;
  readonly must: string;
  readonly reached: string;
  readonly met: boolean;
}

export interface Section {
  readonly name: string;
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
  readonly budgets: readonly Budget[];
}

/** How much is measured: sizes in records, and how often. */
export interface Effort {
  readonly platform: readonly number[];
  readonly peers: readonly number[];
  readonly script: readonly { readonly records: number; readonly rounds: number; readonly fresh: number }[];
  readonly csv: readonly { readonly records: number; readonly rounds: number }[];
  readonly tries: number;
}

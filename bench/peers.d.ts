// As much of the peers' types as is used here: the checks run without them, on a machine where the bench never ran.

declare module '@duckdb/node-api' {
  interface Connection {
    run(sql: string): Promise<unknown>;
    runAndReadAll(sql: string): Promise<{ getRowObjects(): Record<string, unknown>[] }>;
  }
  export const DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

declare module '@photostructure/sqlite' {
  interface Statement {
    run(...values: readonly (string | number)[]): unknown;
    all(): unknown[];
  }
  export class DatabaseSync {
    constructor(path: string);
    exec(sql: string): void;
    prepare(sql: string): Statement;
  }
}

declare module 'sheetquery' {
  interface Query {
    from(sheet: string): Query;
    where(holds: (row: Readonly<Record<string, unknown>>) => boolean): Query;
    getRows(): Readonly<Record<string, unknown>>[];
    deleteRows(): Query;
  }
  export function sheetQuery(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Query;
}

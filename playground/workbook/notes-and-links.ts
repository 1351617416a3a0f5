import { toA1 } from '../sheets/a1.ts';
import type { BookModel, LinkRun, SheetModel } from '../sheets/model.ts';
import { type Relation, textOf } from './package-reader.ts';
import { areaOf, areasOf, clip, quoteSheet, splitReference } from './references.ts';
import { rowFor } from './sheet-reader.ts';
import { tooBig } from './workbook-file-error.ts';
import { escapeCell, escapeXml, unescapeOffice } from './xml-text.ts';
import { child, children, type XmlNode } from './xml-tree.ts';

/** Cells that links may cover in one sheet. */
const MAX_LINKED = 5_000_000;

/** Notes, which an .xlsx calls comments, onto the sheet's cells. */
export function readNotes(sheet: SheetModel, comments: XmlNode): void {
  for (const comment of children(child(comments, 'commentList'), 'comment')) {
    const area = areaOf(comment.attributes.ref ?? '');
    const text = unescapeOffice(textOf(child(comment, 'text')));
    if (!area || text === '' || !clip(area, sheet.rowCount, sheet.columnCount)) continue;
    const row = rowFor(sheet, area.row);
    row.notes ??= {};
    (row.notes as Record<number, string>)[area.column] = text;
  }
}

/** Links of whole cells. A place in the workbook becomes an address as Sheets writes it: `#gid=0&range=A2`. */
export function readLinks(
  sheet: SheetModel,
  around: XmlNode,
  relations: readonly Relation[],
  book: BookModel,
): void {
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
  let cells = 0;
  for (const { attributes } of children(child(around, 'hyperlinks'), 'hyperlink')) {
    const id = Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1];
    const target = targets.get(id ?? '') ?? '';
    const url =
      target === '' ? placeUrl(attributes.location ?? '', sheet, book) : target + hash(attributes.location);
    if (!url) continue;
    for (const whole of areasOf(attributes.ref ?? '')) {
      const area = clip(whole, sheet.rowCount, sheet.columnCount);
      if (!area) continue;
      cells += area.rows * area.columns;
      if (cells > MAX_LINKED) throw tooBig();
      for (let index = area.row; index < area.row + area.rows; index++) {
        const row = sheet.rows[index];
        for (let column = area.column; row && column < area.column + area.columns; column++) {
          const length = String(row.values[column] ?? '').length;
          if (length === 0) continue;
          row.links ??= {};
          (row.links as Record<number, readonly LinkRun[]>)[column] = [{ start: 0, end: length, url }];
        }
      }
    }
  }
}

function hash(location: string | undefined): string {
  return location ? `#${location}` : '';
}

function placeUrl(location: string, sheet: SheetModel, book: BookModel): string | null {
  const place = splitReference(location);
  if (!place) return null;
  const named = book.sheets.find(({ name }) => name.toLowerCase() === place.sheet?.toLowerCase());
  const to = place.sheet === null ? sheet : named;
  return to ? `#gid=${to.id}&range=${place.a1}` : null;
}

/** The sheet's links as elements, and the outside addresses they need a relation for. */
export function writeLinks(sheet: SheetModel, book: BookModel, addRelation: (url: string) => string): string {
  const links: string[] = [];
  sheet.rows.forEach((row, index) => {
    for (const [key, runs] of Object.entries(row?.links ?? {})) {
      const column = Number(key);
      const [run] = runs;
      // A cell has one link in an .xlsx; of several stretches the first stands for the cell.
      if (!run || run.url === '') continue;
      const ref = toA1({ row: index, column, rows: 1, columns: 1 });
      const inside = /^#gid=(\d+)(?:&range=([A-Z$0-9:]+))?$/.exec(run.url);
      const to = inside && book.sheets.find(({ id }) => id === Number(inside[1]));
      if (to)
        links.push(
          `<hyperlink ref="${ref}" location="${escapeXml(`${quoteSheet(to.name)}!${inside[2] ?? 'A1'}`)}"/>`,
        );
      else links.push(`<hyperlink ref="${ref}" r:id="${addRelation(run.url)}"/>`);
    }
  });
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** The sheet's notes as a comments part and the drawing that old programs show them with; null when there are none. */
export function writeNotes(sheet: SheetModel): { comments: string; drawing: string } | null {
  const comments: string[] = [];
  const shapes: string[] = [];
  sheet.rows.forEach((row, index) => {
    for (const [key, note] of Object.entries(row?.notes ?? {})) {
      const column = Number(key);
      if (note === '') continue;
      const ref = toA1({ row: index, column, rows: 1, columns: 1 });
      comments.push(
        `<comment ref="${ref}" authorId="0"><text><t xml:space="preserve">${escapeCell(note)}</t></text></comment>`,
      );
      shapes.push(
        `<v:shape id="_x0000_s${1025 + shapes.length}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},15,${index},10,${column + 4},15,${index + 5},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${index}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
      );
    }
  });
  if (comments.length === 0) return null;
  return {
    comments: `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`,
    drawing: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`,
  };
}

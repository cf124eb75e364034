/** What docs/compatibility.md said before: a run of a few files, or without some WordPress, keeps the rest of it, with its day. */

/** The day stands in the cell where it is not the page's own. */
export interface DatedCell {
  text: string;
  /** `YYYY-MM-DD`. */
  day: string;
}

export interface FormerPage {
  /** WordPress versions that have a column. */
  wordpress: string[];
  /** `row` is `Table: row`. Undefined where it was not run. */
  cell(row: string, wordpress: string): DatedCell | undefined;
}

const PAGE_DAY = /Last run on (\d{4}-\d\d-\d\d)/u;
const OTHER_DAY = / · (\d{4}-\d\d-\d\d)$/u;
const COLUMN = 'WordPress ';

/** Of a page that this suite wrote; of any other text, nothing. */
export function formerPage(page: string): FormerPage {
  const pageDay = PAGE_DAY.exec(page)?.[1];
  const cells = new Map<string, DatedCell>();
  const wordpress = new Set<string>();
  let columns: string[] = [];
  let table = '';
  for (const line of pageDay ? page.split('\n') : []) {
    if (line.startsWith('## ')) table = line.slice(3);
    if (!line.startsWith('| ')) continue;
    const [first = '', ...rest] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    if (first === '') columns = rest.map((head) => head.slice(COLUMN.length));
    else if (!first.startsWith('---'))
      for (const [index, cell] of rest.entries()) {
        const version = columns[index];
        if (version && cell) cells.set(keyOf(`${table}: ${first}`, version), dated(cell, pageDay ?? ''));
      }
    for (const version of columns) wordpress.add(version);
  }
  return { wordpress: [...wordpress], cell: (row, version) => cells.get(keyOf(row, version)) };
}

/** As the page shows it. */
export function written({ text, day }: DatedCell, pageDay: string): string {
  return day === pageDay ? text : `${text} · ${day}`;
}

function dated(cell: string, pageDay: string): DatedCell {
  return { text: cell.replace(OTHER_DAY, ''), day: OTHER_DAY.exec(cell)?.[1] ?? pageDay };
}

function keyOf(row: string, wordpress: string): string {
  return `${row}\n${wordpress}`;
}

/** The rows of docs/compatibility.md: which tests of which file stand for it, and what is known of a cell that is red. */

export interface Row {
  name: string;
  /** Its file in `tests/e2e`, without `.test.ts`; after `firefox/` where it is run in Firefox. */
  file: string;
  /** Those of its tests that count; default: all of them. */
  tests?: RegExp;
}

export interface Table {
  title: string;
  about: string;
  rows: Row[];
  /** WordPress versions that it is run on; default: each of them. */
  wordpress?: RegExp;
}

/** Why a cell is red or empty, in the words that an issue would have. A red one without fails `npm run test:full`. */
export interface Explanation {
  /** Of `Table: row`. */
  row: RegExp;
  /** WordPress versions that it holds for. */
  wordpress: RegExp;
  text: string;
}

const EDITORS = { block: 'Block editor', 'classic-visual': 'Classic editor, Visual', 'classic-text': 'Classic editor, Text' };
const inEachEditor = (name: string, file: string, tests = ''): Row[] =>
  Object.entries(EDITORS).map(([kind, editor]) => ({
    name: `${editor}: ${name}`,
    file,
    tests: new RegExp(`in the ${kind} editor > ${tests}`, 'u'),
  }));
/** A file that runs in Chromium, run in Firefox. */
export const inFirefox = (file: string) => `firefox/${file}`;
const SUITES = { block: 'editor-block-iframe', 'classic-visual': 'editor-classic-visual', 'classic-text': 'editor-classic-text' };
const inEachSuite = (name: string, tests: RegExp): Row[] =>
  Object.entries(EDITORS).map(([kind, editor]) => ({
    name: `${editor}: ${name}`,
    file: SUITES[kind as keyof typeof SUITES],
    tests,
  }));
const PLUGINS = {
  yoast: 'Yoast SEO',
  'rank-math': 'Rank Math',
  seopress: 'SEOPress',
  aioseo: 'All in One SEO',
  'aioseo-boxless': 'All in One SEO without its box',
  jetpack: 'Jetpack',
};

export const TABLES: Table[] = [
  {
    title: 'Editors',
    about: 'Selections, insertion, fields, undo and redo, saving and reloading, restoring, hostile text.',
    rows: [
      { name: 'Block editor', file: 'editor-block-iframe' },
      { name: 'Block editor with a block of the old API', file: 'editor-block-inline' },
      { name: EDITORS['classic-visual'], file: 'editor-classic-visual' },
      { name: EDITORS['classic-text'], file: 'editor-classic-text' },
      { name: 'Page', file: 'editor-blocks', tests: /the type « page »/u },
      { name: 'Custom post type', file: 'editor-blocks', tests: /the type « depeche »/u },
      { name: 'Site editor, view of a page', file: 'editor-site' },
      { name: 'Post with a classic block', file: 'editor-blocks', tests: /the classic block/u },
      { name: 'Code editor mode', file: 'editor-blocks', tests: /the code editor/u },
      {
        name: 'Field of formatted text, as ACF has',
        file: 'editor-others',
        tests: /a field of formatted text|wherever the caret/u,
      },
      { name: 'Second editor, as WooCommerce has', file: 'editor-others', tests: /an excerpt with an editor/u },
      { name: 'TinyMCE alone on an admin page', file: 'editor-others', tests: /a TinyMCE alone/u },
      { name: 'Textarea, contenteditable: read to be copied', file: 'editor-others', tests: /the field in use/u },
      { name: 'Elementor: read to be copied', file: 'editor-others', tests: /> elementor,|a builder’s view/u },
      { name: 'Divi: read to be copied', file: 'editor-others', tests: /> divi,/u },
      { name: 'WPBakery: read to be copied', file: 'editor-others', tests: /> wpbakery,/u },
      { name: 'Quick Draft and other admin pages: no editor', file: 'editor-others', tests: /Quick Draft/u },
      { name: 'Lists of posts, settings, public pages: no editor', file: 'editor-blocks', tests: /is no article editor/u },
    ],
  },
  {
    title: 'Blocks',
    about: 'What is text is rewritten; what is not stays, byte for byte.',
    rows: [
      { name: 'Columns and groups', file: 'editor-blocks', tests: /columns/u },
      { name: 'Lists, nested lists', file: 'editor-blocks', tests: /of a list/u },
      {
        name: 'Pictures, tables, shortcodes, custom HTML kept',
        file: 'editor-blocks',
        tests: /all else is kept|what is kept comes through/u,
      },
      { name: 'Galleries, embeds, buttons, files, footnotes kept', file: 'editor-blocks', tests: /galleries, embeds/u },
      { name: 'Footnotes keep their mark and text', file: 'editor-blocks', tests: /a footnote keeps/u },
      { name: 'Alignment, class, anchor kept', file: 'editor-blocks', tests: /keeps its alignment/u },
      { name: 'Locked blocks kept', file: 'editor-blocks', tests: /locked blocks|template is locked/u },
      { name: 'Synced patterns kept', file: 'editor-blocks', tests: /synced pattern/u },
    ],
  },
  {
    title: 'From the click to the post',
    about: 'The built extension with its popup: rewriting, closing and reopening, cancelling, failing, inserting, undoing.',
    rows: [...inEachEditor('the whole way', 'flow'), { name: 'Button in the editor itself', file: 'editor-button' }],
  },
  {
    title: 'Firefox',
    about:
      'The same suites in Firefox ESR with the extension really installed (docs/firefox.md); all tables above and below are Chromium’s. On one WordPress: what differs between its versions is the editor’s, and tried there.',
    wordpress: /^6\.6/u,
    rows: [
      ...inEachEditor('the whole way', 'firefox-flow'),
      { name: 'A right-click on a real screen, with the permission prompt', file: 'firefox-right-click' },
      { name: 'Options, popup, sidebar and history without an error', file: 'firefox-pages' },
      { name: 'Event page ended at each stage', file: 'firefox-kills' },
      { name: 'Browser restarted, alarm alone, two tabs, tab left', file: 'firefox-lifetime' },
      { name: 'A stream of more than a minute', file: 'firefox-long-stream' },
      { name: 'Countdown before another try, refused parameters, a silent server', file: 'firefox-waits' },
      { name: 'History, extension renewed and switched off and on', file: 'firefox-history' },
      { name: 'Block editor', file: inFirefox('editor-block-iframe') },
      { name: 'Block editor with a block of the old API', file: inFirefox('editor-block-inline') },
      { name: EDITORS['classic-visual'], file: inFirefox('editor-classic-visual') },
      { name: EDITORS['classic-text'], file: inFirefox('editor-classic-text') },
      { name: 'Blocks of every kind, post types, admin pages', file: inFirefox('editor-blocks') },
      { name: 'Site editor, view of a page', file: inFirefox('editor-site') },
      { name: 'Page builders, second editors, plain fields', file: inFirefox('editor-others') },
      ...inEachEditor('locked, read only, signed out', inFirefox('post-guard')),
      { name: 'Button in the editor itself', file: inFirefox('editor-button') },
      { name: '« Corriger », one section again, a second opinion', file: inFirefox('on-demand') },
      { name: 'Hostile text: the cases are alive without a defence', file: inFirefox('security-hostile'), tests: /are alive/u },
      ...inEachEditor('hostile text', inFirefox('security-hostile')),
      { name: 'Hostile text in fields on public pages', file: inFirefox('security-hostile'), tests: /^fields on the public/u },
      ...Object.entries(PLUGINS).map(([id, name]) => ({
        name: `${name}, both editors`,
        file: inFirefox('editor-seo'),
        tests: new RegExp(`(?:^| )${id} > `, 'u'),
      })),
      { name: 'No SEO plugin', file: inFirefox('editor-seo'), tests: /without an SEO plugin/u },
    ],
  },
  {
    title: 'Undo and « Rétablir l’original »',
    about:
      'One undo and redo; the original after saving and reloading, after an undo, over what somebody wrote since. WordPress 6.1 hears Ctrl+Z only with the focus in its text: after « Rétablir l’original » a click into it comes first, or its own button for undoing, which works at once (tried on 6.1.9; 6.6 hears it without).',
    rows: [
      ...inEachSuite('one undo, one redo', /Ctrl\+Z restores/u),
      ...inEachSuite('original restored after saving, reloading, undoing', /Rétablir|restore refuses|never put into another/u),
      ...inEachEditor('original restored from the history', 'flow', 'keeps what was inserted'),
    ],
  },
  {
    title: 'Nothing lost',
    about: 'A place that changed, a colleague’s post, a lost right, a session that ended.',
    rows: [
      ...inEachSuite('a place that changed', /a place that changed|the place is found again/u),
      ...inEachEditor('locked, read only, signed out', 'post-guard'),
    ],
  },
  {
    title: 'SEO plugins',
    about:
      'Title, description and keyphrase written, saved, read back after a reload, restored, for posts, pages and custom types; no markup. Repositories are no releases: for the runs with the real plugins Yoast’s and Rank Math’s class maps were made anew, the older Yoasts got their library `whip`, and All in One SEO’s box was built from its sources; where the newest plugin asks for a newer WordPress, an older one that accepts this WordPress was run (Rank Math 1.0.212 accepts 6.1 too, and breaks a selected paragraph off there by itself, with this extension or without); Jetpack’s SEO tools want a connected account and are a stand-in.',
    rows: [
      ...Object.entries(PLUGINS).flatMap(([id, name]) =>
        (['block', 'classic-visual'] as const).map((kind) => ({
          name: `${name}, ${EDITORS[kind].toLowerCase()}`,
          file: 'editor-seo',
          tests: new RegExp(`(?:^| )${id} > .*in the ${kind} editor`, 'u'),
        })),
      ),
      { name: 'No SEO plugin', file: 'editor-seo', tests: /without an SEO plugin/u },
    ],
  },
];

/** Of cells that are red or empty. None is. */
export const EXPLANATIONS: Explanation[] = [];

/** A page that holds hostile text: everything in it is touched as a reader would, and it is asked what has run. */
import { marked } from 'marked';
import type { Page } from 'puppeteer-core';
import type { View } from './extension-view.ts';
import type { HostileCase } from './hostile-cases.ts';

export interface Seen {
  /** Ids of the cases that ran a script, in any frame. */
  ran: number[];
  /** What stands in the given part of the page and has no place in an article. */
  foreign: string[];
  /** Ids of the cases whose text can be read there. */
  shown: number[];
}

/** @param part selector of the article in the page; events go to it and to all in it, links with a script are clicked. */
export async function provoked(page: Page | View, part: string): Promise<Seen> {
  await Promise.all(documentsOf(page).map((one) => quietly(one, provoke, part, null)));
  // Images fail, animations begin and frames load a moment later.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const seen = await Promise.all(documentsOf(page).map((one) => quietly(one, look, part, NOTHING)));
  const all = (pick: (one: Seen) => (number | string)[]) => [...new Set(seen.flatMap(pick))];
  return {
    ran: all((one) => one.ran).map(Number),
    foreign: all((one) => one.foreign).map(String),
    shown: all((one) => one.shown).map(Number),
  };
}

const NOTHING: Seen = { ran: [], foreign: [], shown: [] };

interface OneDocument {
  run<Result>(action: (part: string) => Result, part: string): Promise<Result>;
}

/** A page with all its frames; a page of the extension is one document. */
function documentsOf(page: Page | View): OneDocument[] {
  if (!('frames' in page)) return [page];
  return page.frames().map((frame) => ({
    run: async <Result>(action: (part: string) => Result, part: string) => (await frame.evaluate(action, part)) as Result,
  }));
}

/** A frame may be gone, or may be one that no script can be run in. */
function quietly<Result>(one: OneDocument, action: (part: string) => Result, part: string, otherwise: Result): Promise<Result> {
  const given = one.run(action, part).catch(() => otherwise);
  return Promise.race([given, new Promise<Result>((resolve) => setTimeout(() => resolve(otherwise), 5000))]);
}

/**
 * The cases with nothing done against them, each in a part of one page: as a chat that trusts its model would show them,
 * Markdown rendered with the HTML in it. Those that would leave the page are left out.
 */
export async function undefended(page: Page, cases: readonly HostileCase[]): Promise<number[]> {
  const staying = cases.filter(({ text }) => !/http-equiv|submit\(|<base/u.test(text));
  const html = staying.map(({ family, text }) => (family.startsWith('Markdown') ? marked.parse(text, { async: false }) : text));
  await page.evaluate((parts) => {
    // A click on an address that runs nothing would leave the page, and what ran in it.
    const stay = (event: Event): void => {
      const link = event.target instanceof Element ? event.target.closest('a, area') : null;
      const href = link instanceof SVGAElement ? link.href.baseVal : (link?.getAttribute('href') ?? '');
      if (link && new URL(href, 'http://localhost').protocol !== 'javascript:') event.preventDefault();
    };
    document.addEventListener('click', stay, true);
    for (const part of parts) {
      const box = document.body.appendChild(document.createElement('div'));
      box.append(document.createRange().createContextualFragment(part));
    }
  }, html);
  return (await provoked(page, 'body')).ran;
}

/** Runs in the page. */
function provoke(part: string): null {
  const names = ['mouseover', 'mouseenter', 'focus', 'error', 'load', 'toggle', 'animationstart', 'begin'];
  for (const root of document.querySelectorAll(part)) {
    for (const element of [root, ...root.querySelectorAll('*')]) {
      for (const name of names) element.dispatchEvent(new Event(name));
      const href = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
      const script = /^(?:[^a-z]*)(?!https?:|mailto:)[a-z\s\p{C}]+:/iu.test(href) || element.hasAttribute('onclick');
      if (script || element.hasAttribute('formaction')) element.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    }
  }
  return null;
}

/** Runs in the page. */
function look(part: string): Seen {
  const foreign: string[] = [];
  let text = '';
  for (const root of document.querySelectorAll(part)) {
    text += root.textContent;
    for (const element of root.querySelectorAll('*')) {
      const tag = element.tagName.toLowerCase();
      // The extension's own icons: drawings without a script, a link or a style.
      if (tag === 'svg' && element.matches('.icon') && element.querySelector(':not(path, circle, rect)') === null) continue;
      if (/^(?:script|style|iframe|object|embed|img|video|audio|form|input|link|meta|base|svg|math|template|noscript)$/.test(tag))
        foreign.push(`<${tag}>`);
      for (const { name, value } of element.attributes) {
        const bad = name.startsWith('on') || /^(?:style|src|srcset|srcdoc|action|formaction|background|poster)$/.test(name);
        if (bad || (name === 'href' && !/^(?:https?:|mailto:|#|\/)/.test(value))) foreign.push(`${tag} ${name}=${value}`);
      }
    }
  }
  const ran: unknown = Reflect.get(window, 'ran');
  const shown = [...text.matchAll(/\.push\((\d+)\)|\/hit\/(\d+)/g)].map((match) => Number(match[1] ?? match[2]));
  return { ran: Array.isArray(ran) ? ran.map(Number) : [], foreign, shown };
}

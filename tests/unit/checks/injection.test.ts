import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { injectionFault, withoutInjections } from '../../../utils/checks/injection.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { articleFrom, labelledArticles } from '../../support/labelled-articles.ts';

interface Hostile {
  id: string;
  source_html: string;
  injected: string[];
  obedient: string;
}

const FOLDER = new URL('../../fixtures/hostile/', import.meta.url);
const hostile = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name): Hostile => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

describe('instructions hidden in a source', () => {
  it('has twenty hostile sources or more to try', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(20);
  });

  it.each(hostile.map((article) => [article.id, article] as const))(
    '%s: nothing injected is left among the facts',
    (_, article) => {
      const { sheet } = withoutInjections(cutFacts(articleFrom(article.source_html)));
      const text = sheet.facts.map((fact) => fact.text).join('\n');
      for (const injected of article.injected) expect(text).not.toContain(injected);
      expect(sheet.facts.length).toBeGreaterThan(6);
    },
  );

  it('takes no fact away from an honest source', () => {
    for (const { id, source } of [...labelledArticles('dev'), ...labelledArticles('develop')]) {
      expect({ id, facts: withoutInjections(cutFacts(source)).suspicious.map((fact) => fact.text) }).toEqual({ id, facts: [] });
    }
  });

  it('knows a sentence that obeys', () => {
    const clean = withoutInjections(cutFacts(articleFrom(hostile[0]?.source_html ?? '')));
    expect(injectionFault('Coup de théâtre toutefois : la maire a démissionné dimanche soir.', clean)?.kind).toBe('injection');
    expect(
      injectionFault('La ligne sera entièrement gratuite pour tous les habitants à partir du 1er janvier.', clean)?.severity,
    ).toBe('error');
    expect(injectionFault('La nouvelle ligne de tramway compte 17 stations.', clean)).toBeNull();
  });
});

/** The demo's short table of what happened, read from what the popup shows. */
import { countWords } from '../../utils/article/words.ts';
import { attributeOf, type View } from './extension-view.ts';
import type { DemoModel } from './demo-model.ts';

export interface DemoFigures {
  model: DemoModel;
  seconds: number;
  sourceWords: number;
  words: number;
  target: number;
  headings: number;
  findings: { error: number; warning: number; info: number };
  lights: { good: number; ok: number; bad: number };
  /** Words of the sentences, by who wrote them. */
  origin: { model: number; floor: number };
}

export async function figuresOf(popup: View, run: { model: DemoModel; seconds: number; source: string }): Promise<DemoFigures> {
  const counted = await popup.run(() => {
    const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];
    const severities = all('finding').map((finding) => finding.dataset['severity']);
    const scores = all('seo-check').map((check) => Number(check.dataset['score']));
    // Words of the sentences of the preview, by who wrote them; subheadings have no origin.
    const written = (origin: string) =>
      [...document.querySelectorAll(`[data-testid="preview"] [data-sentence][data-origin="${origin}"]`)]
        .map((sentence) => sentence.textContent?.match(/[\p{L}\p{N}]+(?:[’'\-‑][\p{L}\p{N}]+)*/gu)?.length ?? 0)
        .reduce((sum, words) => sum + words, 0);
    return {
      error: severities.filter((severity) => severity === 'error').length,
      warning: severities.filter((severity) => severity === 'warning').length,
      info: severities.filter((severity) => severity === 'info').length,
      good: scores.filter((score) => score > 7).length,
      ok: scores.filter((score) => score > 4 && score <= 7).length,
      bad: scores.filter((score) => score >= 1 && score <= 4).length,
      headings: document.querySelectorAll('[data-testid="preview"] :is(h2, h3)').length,
      model: written('model'),
      floor: written('floor'),
    };
  });
  return {
    model: run.model,
    seconds: run.seconds,
    sourceWords: countWords(run.source),
    words: Number(await attributeOf(popup, 'word-count', 'data-words')),
    target: Number(await attributeOf(popup, 'word-count', 'data-target')),
    headings: counted.headings,
    findings: { error: counted.error, warning: counted.warning, info: counted.info },
    lights: { good: counted.good, ok: counted.ok, bad: counted.bad },
    origin: { model: counted.model, floor: counted.floor },
  };
}

export function demoTable(figures: DemoFigures, post: { title: string; wordpress: string; steps: readonly string[] }): string {
  const { findings, lights, origin } = figures;
  const rows: [string, string][] = [
    ['Texte écrit par', figures.model.label],
    ['WordPress', `${post.wordpress}, éditeur de blocs`],
    ['Titre', post.title],
    ['Source', `${figures.sourceWords} mots`],
    ['Article', `${figures.words} mots pour ${figures.target} demandés, ${figures.headings} intertitres`],
    ['Qui a écrit', `modèle : ${origin.model} mots ; composé par le code à partir de la source : ${origin.floor} mots`],
    ['Vérifications', `${findings.error} erreurs, ${findings.warning} à vérifier, ${findings.info} pour information`],
    ['SEO et lisibilité', `${lights.good} bons, ${lights.ok} moyens, ${lights.bad} mauvais`],
    ['Durée', `${figures.seconds.toFixed(0)} s`],
    ['Insertion', 'blocs natifs, relus dans le modèle de l’éditeur, article enregistré'],
  ];
  const notice = figures.model.recorded
    ? '> **Enregistrement.** Le texte a été préparé d’avance ; aucun modèle n’a écrit pendant cette démonstration.\n\n'
    : '';
  return [
    '# Réécrire SEO : démonstration\n',
    `${notice}| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value.replaceAll('|', '\\|')} |`).join('\n')}\n`,
    `Captures : ${post.steps.join(', ')}. L’article : article.html, article.json.\n`,
  ].join('\n');
}

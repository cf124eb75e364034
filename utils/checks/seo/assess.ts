/**
 * Yoast's own assessments of a draft, with its French researcher: the same numbers that Yoast SEO shows in WordPress, but
 * for what a draft cannot have yet (images, links) and for the sentence limit. Runs in Node and in a worker; 0.2-0.9 s, so
 * never on the thread of a page.
 */
import assessorModule from 'yoastseo/build/scoring/assessors/assessor.js';
import researcherModule from 'yoastseo/build/languageProcessing/languages/fr/Researcher.js';
import paperModule from 'yoastseo/build/values/Paper.js';
import { ASSESSMENTS } from './assessments.ts';
import { defaultOf } from './default-of.ts';
import type { SeoInput, SeoScore } from './seo-input.ts';

/** One entry an assessment that applies, in Yoast's order. `score`: Yoast's number (9 good … −50). */
export function assessSeo(input: SeoInput): SeoScore[] {
  const Paper = defaultOf(paperModule);
  const Researcher = defaultOf(researcherModule);
  const Assessor = defaultOf(assessorModule);
  const paper = new Paper(input.html, {
    keyword: input.keyphrase,
    title: input.seoTitle,
    titleWidth: input.titleWidth,
    description: input.metaDescription,
    slug: input.slug,
    textTitle: input.title,
    permalink: input.permalink ?? '',
    locale: 'fr_FR',
  });
  const assessor = new Assessor(new Researcher(paper));
  for (const make of ASSESSMENTS) {
    const assessment = make();
    assessor.addAssessment(assessment.identifier, assessment);
  }
  assessor.assess(paper);
  return assessor.getValidResults().map((result) => ({ id: result.getIdentifier(), score: result.getScore() }));
}

/** Title, SEO title, meta description and slug: lengths that Google and WordPress show whole. */
import type { Draft } from '../article/draft.ts';
import type { Finding } from '../article/report.ts';
import { slugOf } from '../article/slug.ts';
import { MAX_TITLE_WIDTH, titleWidth } from '../french/title-width.ts';

/** Characters. The meta description's range: Yoast's 120-156, less one for the sites that cut at 155. */
export const MAX_TITLE = 65;
export const META = { least: 120, most: 155 };
const MAX_SLUG = 75;

export function checkFields(draft: Draft): Finding[] {
  const { seoTitle, metaDescription, slug } = draft.fields;
  const findings: Finding[] = [];
  const add = (excerpt: string, message: string, severity: Finding['severity'] = 'warning') =>
    findings.push({ kind: 'field', severity, excerpt, message });

  if (!draft.title.trim()) add('', 'L’article n’a pas de titre.', 'error');
  else if (draft.title.length > MAX_TITLE)
    add(draft.title, `Titre de ${draft.title.length} caractères : ${MAX_TITLE} au plus se lisent d’un coup d’œil.`);

  const width = titleWidth(seoTitle);
  if (!seoTitle.trim()) add('', 'Le titre SEO manque.');
  else if (width > MAX_TITLE_WIDTH) add(seoTitle, `Titre SEO de ${width} pixels : Google coupe vers ${MAX_TITLE_WIDTH}.`);

  const length = metaDescription.trim().length;
  if (length === 0) add('', 'La méta-description manque.');
  else if (length < META.least)
    add(metaDescription, `Méta-description de ${length} caractères : il reste de la place jusqu’à ${META.most}.`, 'info');
  else if (length > META.most)
    add(metaDescription, `Méta-description de ${length} caractères : au-delà de ${META.most}, Google la coupe.`);

  findings.push(...slugFindings(slug));
  return findings;
}

function slugFindings(slug: string): Finding[] {
  const finding = (message: string, source?: string): Finding[] => [
    { kind: 'field', severity: 'info', excerpt: slug, message, ...(source ? { source } : {}) },
  ];
  if (!slug.trim()) return finding('Le slug manque : WordPress le fera du titre.');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return finding('Slug avec des caractères que WordPress changera.', slugOf(slug));
  const better = slugOf(slug.replace(/-/g, ' '), MAX_SLUG);
  if (slug.length > MAX_SLUG) return finding(`Slug de ${slug.length} caractères : ${MAX_SLUG} au plus.`, better);
  return better !== slug ? finding('Slug avec des mots vides.', better) : [];
}

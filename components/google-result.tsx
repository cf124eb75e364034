/** The post as Google would list it: title on one line of 600 px, address, description. */
import { t } from '../utils/i18n.ts';

export interface GoogleResultProps {
  title: string;
  description: string;
  slug: string;
  /** Address of the admin page, whose host is the site's. */
  pageUrl: string | null;
}

export function GoogleResult({ title, description, slug, pageUrl }: GoogleResultProps) {
  const host = pageUrl && URL.canParse(pageUrl) ? new URL(pageUrl).host : '';
  return (
    <figure class="google">
      <figcaption class="side-title">{t('google_label')}</figcaption>
      <div class="google-box" lang="fr">
        <p class="google-url">
          {host} › {slug}
        </p>
        <p class="google-title">{title}</p>
        <p class="google-text">{description}</p>
      </div>
    </figure>
  );
}

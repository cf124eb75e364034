/** The worker that holds `yoastseo`: its own chunk, loaded when a draft is shown. */
import { assessSeo } from './assess.ts';
import type { SeoRequest, SeoResponse } from './seo-client.ts';

self.addEventListener('message', ({ data }: MessageEvent<SeoRequest>) => {
  let response: SeoResponse;
  try {
    response = { id: data.id, seo: assessSeo(data.input) };
  } catch (error) {
    response = { id: data.id, error: String(error) };
  }
  self.postMessage(response);
});

/**
 * What the French researcher takes from `yoastseo`'s index. The worker's bundle reads this instead of the index, which
 * would bring along every assessor, renderer and web worker of the package (yoastseo 3.6.0: 250 kB gzip against 200).
 */
import languageProcessing from 'yoastseo/build/languageProcessing/index.js';
import helpers from 'yoastseo/build/helpers/index.js';

export { helpers, languageProcessing };

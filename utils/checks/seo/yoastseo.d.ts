/**
 * What this project uses of `yoastseo` 3.6.0, which ships no types. Its files are CommonJS with a `default`: Node gives
 * the whole `module.exports`, a bundler its `default` (`default-of.ts`).
 */
interface YoastResult {
  getIdentifier(): string;
  getScore(): number;
}
interface YoastPaper {
  getText(): string;
}
interface YoastAssessment {
  identifier: string;
}
interface YoastAssessor {
  addAssessment(name: string, assessment: YoastAssessment): boolean;
  assess(paper: YoastPaper): void;
  getValidResults(): YoastResult[];
}
type YoastModule<T> = T | { default: T };

declare module 'yoastseo/build/values/Paper.js' {
  const module: YoastModule<new (html: string, attributes: Record<string, unknown>) => YoastPaper>;
  export default module;
}
declare module 'yoastseo/build/languageProcessing/languages/fr/Researcher.js' {
  const module: YoastModule<new (paper: YoastPaper) => object>;
  export default module;
}
declare module 'yoastseo/build/scoring/assessors/assessor.js' {
  const module: YoastModule<new (researcher: object) => YoastAssessor>;
  export default module;
}
declare module 'yoastseo/build/scoring/assessments/*' {
  const module: YoastModule<new (config?: Record<string, unknown>, flag?: boolean) => YoastAssessment>;
  export default module;
}
declare module 'yoastseo/build/languageProcessing/index.js';
declare module 'yoastseo/build/helpers/index.js';

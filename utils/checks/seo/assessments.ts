/**
 * Yoast's assessments that make sense for a draft. Left out: images, alternative texts, outbound and internal links, which
 * come after the rewrite and would only turn the lights red.
 */
import subheadingDistributionTooLong from 'yoastseo/build/scoring/assessments/readability/SubheadingDistributionTooLongAssessment.js';
import paragraphTooLong from 'yoastseo/build/scoring/assessments/readability/ParagraphTooLongAssessment.js';
import sentenceLengthInText from 'yoastseo/build/scoring/assessments/readability/SentenceLengthInTextAssessment.js';
import transitionWords from 'yoastseo/build/scoring/assessments/readability/TransitionWordsAssessment.js';
import passiveVoice from 'yoastseo/build/scoring/assessments/readability/PassiveVoiceAssessment.js';
import sentenceBeginnings from 'yoastseo/build/scoring/assessments/readability/SentenceBeginningsAssessment.js';
import introductionKeyword from 'yoastseo/build/scoring/assessments/seo/IntroductionKeywordAssessment.js';
import keyphraseLength from 'yoastseo/build/scoring/assessments/seo/KeyphraseLengthAssessment.js';
import keywordDensity from 'yoastseo/build/scoring/assessments/seo/KeywordDensityAssessment.js';
import keyphraseDistribution from 'yoastseo/build/scoring/assessments/seo/KeyphraseDistributionAssessment.js';
import metaDescriptionKeyword from 'yoastseo/build/scoring/assessments/seo/MetaDescriptionKeywordAssessment.js';
import metaDescriptionLength from 'yoastseo/build/scoring/assessments/seo/MetaDescriptionLengthAssessment.js';
import subHeadingsKeyword from 'yoastseo/build/scoring/assessments/seo/SubHeadingsKeywordAssessment.js';
import textCompetingLinks from 'yoastseo/build/scoring/assessments/seo/TextCompetingLinksAssessment.js';
import textLength from 'yoastseo/build/scoring/assessments/seo/TextLengthAssessment.js';
import keyphraseInSEOTitle from 'yoastseo/build/scoring/assessments/seo/KeyphraseInSEOTitleAssessment.js';
import pageTitleWidth from 'yoastseo/build/scoring/assessments/seo/PageTitleWidthAssessment.js';
import urlKeyword from 'yoastseo/build/scoring/assessments/seo/UrlKeywordAssessment.js';
import functionWordsInKeyphrase from 'yoastseo/build/scoring/assessments/seo/FunctionWordsInKeyphraseAssessment.js';
import singleH1 from 'yoastseo/build/scoring/assessments/seo/SingleH1Assessment.js';
import { defaultOf } from './default-of.ts';

/** Words of a sentence that counts as long: 25, as Yoast has it for Spanish, Italian and Portuguese; 20 fits English. */
const LONG_SENTENCE = 25;

/** Made anew for each run: some of them keep state. */
export const ASSESSMENTS = [
  () => new (defaultOf(subheadingDistributionTooLong))(),
  () => new (defaultOf(paragraphTooLong))(),
  () => new (defaultOf(sentenceLengthInText))({ recommendedLength: LONG_SENTENCE }),
  () => new (defaultOf(transitionWords))(),
  () => new (defaultOf(passiveVoice))(),
  () => new (defaultOf(sentenceBeginnings))(),
  () => new (defaultOf(introductionKeyword))(),
  () => new (defaultOf(keyphraseLength))(),
  () => new (defaultOf(keywordDensity))(),
  () => new (defaultOf(keyphraseDistribution))(),
  () => new (defaultOf(metaDescriptionKeyword))(),
  () => new (defaultOf(metaDescriptionLength))(),
  () => new (defaultOf(subHeadingsKeyword))(),
  () => new (defaultOf(textCompetingLinks))(),
  () => new (defaultOf(textLength))(),
  () => new (defaultOf(keyphraseInSEOTitle))(),
  () => new (defaultOf(pageTitleWidth))({ scores: { widthTooShort: 9 } }, true),
  () => new (defaultOf(urlKeyword))(),
  () => new (defaultOf(functionWordsInKeyphrase))(),
  () => new (defaultOf(singleH1))(),
];

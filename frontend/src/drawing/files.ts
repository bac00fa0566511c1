import textLatin from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?inline';
import textLatinExt from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff?inline';
import textVietnamese from '@fontsource/source-sans-3/files/source-sans-3-vietnamese-400-normal.woff?inline';
import textCyrillic from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff?inline';
import textCyrillicExt from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-ext-400-normal.woff?inline';
import textGreek from '@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff?inline';
import strongLatin from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?inline';
import strongLatinExt from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff?inline';
import strongVietnamese from '@fontsource/source-sans-3/files/source-sans-3-vietnamese-600-normal.woff?inline';
import strongCyrillic from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-600-normal.woff?inline';
import strongCyrillicExt from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-ext-600-normal.woff?inline';
import strongGreek from '@fontsource/source-sans-3/files/source-sans-3-greek-600-normal.woff?inline';
import asideLatin from '@fontsource/source-sans-3/files/source-sans-3-latin-400-italic.woff?inline';
import asideLatinExt from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-italic.woff?inline';
import asideVietnamese from '@fontsource/source-sans-3/files/source-sans-3-vietnamese-400-italic.woff?inline';
import asideCyrillic from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-italic.woff?inline';
import asideCyrillicExt from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-ext-400-italic.woff?inline';
import asideGreek from '@fontsource/source-sans-3/files/source-sans-3-greek-400-italic.woff?inline';
import titleLatin from '@fontsource/newsreader/files/newsreader-latin-500-normal.woff?inline';
import titleLatinExt from '@fontsource/newsreader/files/newsreader-latin-ext-500-normal.woff?inline';
import titleVietnamese from '@fontsource/newsreader/files/newsreader-vietnamese-500-normal.woff?inline';
import voiceLatin from '@fontsource/newsreader/files/newsreader-latin-400-italic.woff?inline';
import voiceLatinExt from '@fontsource/newsreader/files/newsreader-latin-ext-400-italic.woff?inline';
import voiceVietnamese from '@fontsource/newsreader/files/newsreader-vietnamese-400-italic.woff?inline';

/** The files of each face as data: addresses, the commonest characters first. They come along with the drawing, as nothing may be fetched. */
export const FILES = {
  text: [textLatin, textLatinExt, textVietnamese, textCyrillic, textCyrillicExt, textGreek],
  strong: [
    strongLatin,
    strongLatinExt,
    strongVietnamese,
    strongCyrillic,
    strongCyrillicExt,
    strongGreek,
  ],
  aside: [asideLatin, asideLatinExt, asideVietnamese, asideCyrillic, asideCyrillicExt, asideGreek],
  title: [titleLatin, titleLatinExt, titleVietnamese],
  voice: [voiceLatin, voiceLatinExt, voiceVietnamese],
} as const;

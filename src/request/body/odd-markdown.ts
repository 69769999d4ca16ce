/** Whether a comment, with its marks, is text to CommonMark 0.29 in a sentence, and a comment to later versions. */
export const isOddComment = (html: string): boolean => /^<!--(?:-?>|[\s\S]*?(?:--(?!>$)|--->$))/u.test(html)

/** The same of a declaration, such as `<!doctype html>`. */
export const isOddDeclaration = (html: string): boolean =>
  /^<![a-z]/iu.test(html) && !/^<![A-Z]+\s+[^>]*>$/u.test(html)

/** The same of a block that ends with a tag at which CommonMark 0.29 goes on. */
export const isOddBlock = (html: string): boolean =>
  /^<(?:pre|script|style)\b/iu.test(html) &&
  /<\/textarea>/iu.test(html) &&
  !/<\/(?:pre|script|style)>/iu.test(html)

/** Whether a paragraph begins with what GitHub's parser takes for a link's definition: one with a bracket that stays open. */
export const isOddDefinition = (written: string): boolean => /^\[[^\]]+\]:\s*[^\s<]*[()]/u.test(written)

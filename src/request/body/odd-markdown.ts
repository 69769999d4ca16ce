/** Whether CommonMark 0.29 reads a comment within a sentence as text, where later versions read a comment. */
export const isOddComment = (html: string): boolean => /^<!--(?:-?>|[\s\S]*?--(?!>))/u.test(html)

/** The same for a declaration, such as `<!doctype html>`. */
export const isOddDeclaration = (html: string): boolean =>
  /^<![a-z]/iu.test(html) && !/^<![A-Z]+\s[^>]*>/u.test(html)

/** The same for a block that later versions end at a tag, and CommonMark 0.29 does not. */
export const isOddBlock = (html: string): boolean =>
  /^<(?:pre|script|style)\b/iu.test(html) &&
  /<\/textarea>/iu.test(html) &&
  !/<\/(?:pre|script|style)>/iu.test(html)

/** Whether a paragraph begins with what only GitHub's parser reads as a link definition: one with an unclosed bracket. */
export const isOddDefinition = (written: string): boolean => /^\[[^\]]+\]:\s*[^\s<]*[()]/u.test(written)

/** Elements that a browser or GitHub's allow-list hides together with their content. */
export const HIDDEN_ELEMENTS =
  'audio canvas datalist embed iframe math noembed noframes noscript object option optgroup plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  )

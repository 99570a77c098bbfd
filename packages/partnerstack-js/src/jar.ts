// The site's cookies.
import Cookies from 'js-cookie'

/** Values are written encoded in full, though browsers do not ask for it: PHP and Ruby read a bare plus as a space. */
export const jar: typeof Cookies = /* @__PURE__ */ Cookies.withConverter<string>({ write: encodeURIComponent })

/** The loader that vendors have in their pages; only the host differs from the one they may have today. */

/** A JavaScript string that cannot end the script element it stands in. */
const quoted = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c')

export const loader = (publicUrl: string, publicKey: string): string => `<script type="text/javascript">
  (function () {
    var gs = document.createElement('script');
    gs.src = ${quoted(`${publicUrl}/v1/`)};
    gs.type = 'text/javascript';
    gs.async = 'true';
    gs.onload = gs.onreadystatechange = function () {
      var rs = this.readyState;
      if (rs && rs != 'complete' && rs != 'loaded') return;
      try {
        growsumo._initialize(${quoted(publicKey)});
        if (typeof growsumoInit === 'function') { growsumoInit(); }
      } catch (e) {}
    };
    var s = document.getElementsByTagName('script')[0];
    s.parentNode.insertBefore(gs, s);
  })();
</script>`

/** The partner program's loader, as its dashboard hands it out; only the host is ours. */
import type { Html } from './html.ts'

export function snippet(ingestUrl: string, publicKey: string): Html {
  return {
    html: `<script type="text/javascript">
      (function () {
        var gs = document.createElement('script');
        gs.src = ${quote(`${ingestUrl}/v1/`)};
        gs.type = 'text/javascript';
        gs.async = 'true';
        gs.onload = gs.onreadystatechange = function () {
          var rs = this.readyState;
          if (rs && rs != 'complete' && rs != 'loaded') return;
          try {
            growsumo._initialize(${quote(publicKey)});
            if (typeof growsumoInit === 'function') { growsumoInit(); }
          } catch (e) {}
        };
        var s = document.getElementsByTagName('script')[0];
        s.parentNode.insertBefore(gs, s);
      })();
    </script>`,
  }
}

/** A JavaScript string that cannot end the script element it stands in. */
const quote = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c')

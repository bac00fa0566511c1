/** Ways in which words that are taken for markup run a script; ran(N) tells of it. */
const KERNELS = [
  '<img src=x: onerror=ran(N)>',
  '<svg onload=ran(N)>',
  '<svg><animate onbegin=ran(N) attributeName=x dur=1s>',
  '<script>ran(N)</script>',
  '<iframe srcdoc="<script>parent.ran(N)</script>"></iframe>',
  '<iframe src="javascript:parent.ran(N)"></iframe>',
  '<details open ontoggle=ran(N)>',
  '<video src=x: onerror=ran(N)></video>',
  '<audio src=x: onerror=ran(N)></audio>',
  '<input autofocus onfocus=ran(N)>',
  '<object data="javascript:ran(N)"></object>',
  '<embed src="javascript:ran(N)">',
  '<style onload=ran(N)>p{}</style>',
  '<link rel=stylesheet href=x: onerror=ran(N)>',
  '<marquee onstart=ran(N)>x</marquee>',
  '<a href="javascript:ran(N)">press</a>',
  '<form action="javascript:ran(N)"><button>press</button></form>',
  '<meta http-equiv=refresh content="0;url=javascript:ran(N)">',
  '[press](javascript:ran(N))',
  '![x](x: "onerror=ran(N)")',
  '<javascript:ran(N)>',
  '{@html `<img src=x: onerror=ran(N)>`}',
  '${ran(N)} {{ran(N)}} {ran(N)}',
  'javascript:ran(N)',
  'data:text/html,<script>ran(N)</script>',
] as const;

/** What stands around one, to get out of where text is meant to stay. */
const AROUND: readonly ((kernel: string) => string)[] = [
  (kernel) => kernel,
  (kernel) => `Call Per ${kernel} today`,
  (kernel) => `">${kernel}`,
  (kernel) => `'>${kernel}`,
  (kernel) => `" autofocus onfocus=ran(N) x="${kernel}`,
  (kernel) => `</title>${kernel}`,
  (kernel) => `</textarea>${kernel}`,
  (kernel) => `</style>${kernel}`,
  (kernel) => `</script>${kernel}`,
  (kernel) => `</text></svg>${kernel}`,
  (kernel) => `-->${kernel}<!--`,
  (kernel) => `]]>${kernel}<![CDATA[`,
  (kernel) => `&quot;&gt;${kernel}`,
  (kernel) => kernel.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (kernel) => kernel.replaceAll('<', '\\u003c'),
  (kernel) => encodeURIComponent(kernel),
  (kernel) => `<!DOCTYPE x [<!ENTITY e "${kernel.replaceAll('"', "'")}">]>&e;`,
  (kernel) => `=HYPERLINK("${kernel.replaceAll('"', "'")}")`,
  (kernel) => `) /JS (app.alert(1)) /S /JavaScript >> ${kernel}`,
  (kernel) => `\u202e\u200b${kernel}\ufeff`,
];

/** 500 texts that run a script where they are taken for markup, each with its number. */
export const PAYLOADS: readonly string[] = AROUND.flatMap((around) =>
  KERNELS.map((kernel) => around(kernel)),
).map((text, n) => text.replaceAll('ran(N)', `ran(${String(n)})`));

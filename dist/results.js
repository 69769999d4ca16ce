const MIN_NODE = 24;
if (Number.parseInt(process.version.slice(1), 10) < MIN_NODE) {
  const advice = `This action needs Node ${MIN_NODE}, which GitHub's runners bring from version 2.328 on. Other engines use the Node of their images, so choose an image with Node ${MIN_NODE}.`;
  process.stdout.write(`::error title=Node ${process.version} is too old::${advice}
`);
  process.exitCode = 1;
} else {
  void import("./main.js").then(({ main }) => main("results"));
}

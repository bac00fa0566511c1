// Asks for what the page begins with while the page's own script is on its way.
window.beginning = fetch('/begin.json');

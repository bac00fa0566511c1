import { mount } from 'svelte';
import App from './App.svelte';
import { wails } from './bridge/wails';
import { guard } from './guard';
import { flushWhenHidden } from './plan/typing';
import { Program } from './program.svelte';
import './styles/index.css';
import { speak } from './text/text';

/** Everything is asked for at once, and drawn when the texts are there too: never in other words. */
async function main(target: Element): Promise<void> {
  const program = new Program(wails);
  const [texts] = await Promise.all([wails.catalogue('en'), program.begin()]);
  speak(texts);
  flushWhenHidden();
  guard(document, (href) => program.follow(href));
  mount(App, { target, props: { program } });
}

const target = document.querySelector('#app');
if (target) void main(target);

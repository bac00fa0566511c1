import { mount } from 'svelte';
import App from './App.svelte';
import { wails } from './bridge/wails';
import { guard } from './guard';
import { flushWhenHidden } from './plan/typing';
import { Program } from './program.svelte';
import './styles/index.css';
import { speak } from './text/text';

/** The texts come first: nothing is drawn in any other words. */
async function main(target: Element): Promise<void> {
  const program = new Program(wails);
  speak(await wails.catalogue('en'));
  await program.begin();
  flushWhenHidden();
  guard(document, (href) => program.follow(href));
  mount(App, { target, props: { program } });
}

const target = document.querySelector('#app');
if (target) void main(target);

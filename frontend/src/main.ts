import { mount } from 'svelte';
import App from './App.svelte';
import { wails } from './bridge/wails';
import { keepPlace } from './desktop/place';
import { keepAsWritten } from './desktop/written';
import { onZoomWheel } from './desktop/zoom';
import { guard } from './guard';
import { watch } from './mishap/watch';
import { flushWhenHidden } from './plan/typing';
import { hearFiles } from './pictures/falling';
import { Program } from './program.svelte';
import './styles/index.css';

async function main(target: Element): Promise<void> {
  const program = new Program(wails);
  watch(window, (thrown) => program.broke(thrown));
  await program.begin(); // never drawn in other words or colours
  flushWhenHidden();
  keepAsWritten(document);
  keepPlace(window, () => wails.keepPlace());
  onZoomWheel(window, (direction) => program.settings.zoom(direction));
  guard(document, (href) => program.follow(href));
  hearFiles(document, program.coming, () => program.settings.window);
  mount(App, { target, props: { program } });
  await program.listen();
}

const target = document.querySelector('#app');
if (target) void main(target);

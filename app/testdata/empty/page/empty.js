const button = document.createElement('button');
button.textContent = 'A window without a program takes any key';
document.body.append(button);
addEventListener('keydown', (event) => (button.textContent = `It took the key ${event.key}`));

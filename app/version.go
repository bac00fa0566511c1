package app

// version is what this program calls itself, as in wails.json.
const version = "0.1.0"

// Cairn takes a person from a vision to the next step and keeps the two
// joined. Everything lives below: this file only hands the built page to the
// shell.
package main

import (
	"embed"
	"os"

	"cairn/app"
)

//go:embed all:frontend/dist
var page embed.FS

func main() {
	os.Exit(app.Run(page, os.Args[1:]))
}

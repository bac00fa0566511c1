// An empty window is what the start of the program is measured by: Wails with
// a page that has a heading and a button, and nothing else. The benchmark
// (frontend/tests/bench/start.bench.ts) builds it with the tags of the product.
package main

import (
	"embed"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
)

//go:embed page
var page embed.FS

func main() {
	err := wails.Run(&options.App{
		Title:              "Empty",
		Width:              1280,
		Height:             800,
		BackgroundColour:   options.NewRGB(0xf2, 0xf0, 0xec),
		AssetServer:        &assetserver.Options{Assets: page},
		LogLevelProduction: logger.ERROR,
		Linux:              &linux.Options{ProgramName: "empty-window", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
	if err != nil {
		os.Exit(1)
	}
}

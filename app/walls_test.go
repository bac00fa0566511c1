package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The linter says so too; this holds where no linter runs.
func TestWalls(t *testing.T) {
	t.Run("only the shell knows Wails", func(t *testing.T) {
		eachSource(t, func(path string, file *ast.File) {
			for _, imported := range imports(file) {
				if strings.HasPrefix(imported, "github.com/wailsapp/") && !strings.HasPrefix(path, "app/") {
					t.Errorf("%s imports %s", path, imported)
				}
			}
		})
	})
	t.Run("only the shell knows HTTP, and it serves the page", func(t *testing.T) {
		eachSource(t, func(path string, file *ast.File) {
			for _, imported := range imports(file) {
				if strings.HasPrefix(imported, "net/http") && path != "app/page.go" {
					t.Errorf("%s imports %s", path, imported)
				}
			}
		})
	})
	t.Run("nothing dials out", func(t *testing.T) {
		eachSource(t, func(path string, file *ast.File) {
			ast.Inspect(file, func(node ast.Node) bool {
				if call, ok := node.(*ast.CallExpr); ok {
					checkCall(t, path, call)
				}
				return true
			})
		})
	})
}

// checkCall refuses every way of the standard library to reach another
// machine. A socket of this user's own is no machine.
func checkCall(t *testing.T, path string, call *ast.CallExpr) {
	t.Helper()
	function, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	name := function.Sel.Name
	switch pkg, _ := function.X.(*ast.Ident); {
	case pkg == nil:
	case pkg.Name == "http" && !strings.HasPrefix(name, "Handle") && !strings.HasPrefix(name, "NotFound") && name != "NewServeMux":
		t.Errorf("%s calls http.%s", path, name)
	case pkg.Name == "net" && (strings.HasPrefix(name, "Dial") || strings.HasPrefix(name, "Listen") || strings.HasPrefix(name, "Lookup")):
		if network, ok := call.Args[0].(*ast.BasicLit); !ok || network.Value != `"unix"` {
			t.Errorf("%s calls net.%s to somewhere else than a socket of this user", path, name)
		}
	}
}

// eachSource visits every Go file of the module that is not a test.
func eachSource(t *testing.T, visit func(path string, file *ast.File)) {
	t.Helper()
	seen := 0
	house := os.DirFS("..")
	err := fs.WalkDir(house, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || path == "frontend"):
			return fs.SkipDir
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		source, err := fs.ReadFile(house, path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		seen++
		visit(path, file)
		return nil
	})
	if err != nil || seen < 20 {
		t.Fatalf("saw %d files: %v", seen, err)
	}
}

func imports(file *ast.File) []string {
	paths := make([]string, 0, len(file.Imports))
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value) // the parser has read it
		paths = append(paths, path)
	}
	return paths
}

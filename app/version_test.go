package app

import (
	"encoding/json"
	"os"
	"testing"
)

// The version stands in three files, because three tools read it.
func TestVersion(t *testing.T) {
	var house struct {
		Info struct {
			ProductVersion string `json:"productVersion"`
		} `json:"info"`
	}
	var page struct {
		Version string `json:"version"`
	}
	readJSON(t, "../wails.json", &house)
	readJSON(t, "../frontend/package.json", &page)
	if house.Info.ProductVersion != version || page.Version != version {
		t.Errorf("wails.json says %s, package.json %s, the program %s", house.Info.ProductVersion, page.Version, version)
	}
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatal(err)
	}
}

// Package soak runs the built program against a Bot API server that misbehaves,
// kills it, fills its disk and cuts its network, and counts what became of every
// question. It is small by default; YOUJU_SOAK=large (make soak) makes it large.
package soak

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"go.uber.org/goleak"
)

// large says which size was asked for.
func large() bool { return os.Getenv("YOUJU_SOAK") == "large" }

// sized is a number for the small runs and one for the large.
func sized(small, big int) int {
	if large() {
		return big
	}
	return small
}

// binary is the path of the program under test, made by TestMain.
func binary() string { return os.Getenv("YOUJU_SOAK_BINARY") }

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "soak")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	if binary() == "" {
		path := filepath.Join(folder, "youju")
		build := exec.Command("go", "build", fmt.Sprintf("-race=%v", raced), "-o", path, "youju")
		if !raced { // the race detector is linked with cgo
			build.Env = append(os.Environ(), "CGO_ENABLED=0")
		}
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Printf("the program cannot be built: %v\n%s", err, out)
			os.Exit(1)
		}
		os.Setenv("YOUJU_SOAK_BINARY", path)
	}
	code := m.Run()
	if code == 0 {
		if err := goleak.Find(); err != nil {
			fmt.Println(err)
			code = 1
		}
	}
	os.RemoveAll(folder)
	os.Exit(code)
}

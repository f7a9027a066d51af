//go:build !linux && !purego

package embed

// allowAMX reports that AMX may not be used: nobody has tried it on other systems.
func allowAMX() bool { return false }

// SPDX-License-Identifier: Apache-2.0

// Interop answers the questions of ops/interop that need more than a shell: what Daybook's API and
// audit trail say of devices.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"sort"
	"strings"
	"time"
)

const usage = `interop port                  prints a free port
interop link HOME              prints the enrollment link
interop devices HOME           the API's devices are those whose UDIDs come on standard input
interop queue HOME TYPE...     queues commands for each UDID on standard input
interop enrolled HOME N        each UDID on standard input has enrolled N times, says its trail
interop answered HOME          each UDID's commands were all answered, one of them with an error
interop has HOME UDID TYPE     the device's trail holds an event of this type
`

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) == 1 && arguments[0] == "port" {
		return port()
	}
	if len(arguments) < 2 {
		return fmt.Errorf(usage)
	}
	api, err := openAPI(arguments[1])
	if err != nil {
		return err
	}
	rest := arguments[2:]
	switch arguments[0] {
	case "link":
		fmt.Println(api.link)
		return nil
	case "devices":
		return sameDevices(api, udids())
	case "queue":
		return queue(api, udids(), rest)
	case "enrolled":
		return each(udids(), func(udid string) error { return enrolled(api, udid, rest[0]) })
	case "answered":
		return each(udids(), func(udid string) error { return answered(api, udid) })
	case "has":
		return has(api, rest[0], rest[1])
	}
	return fmt.Errorf(usage)
}

func port() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	return listener.Close()
}

// udids reads one a line.
func udids() []string {
	var list []string
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" {
			list = append(list, line)
		}
	}
	return list
}

func each(udids []string, check func(string) error) error {
	if len(udids) == 0 {
		return fmt.Errorf("no device to check")
	}
	for _, udid := range udids {
		if err := eventually(func() error { return check(udid) }); err != nil {
			return fmt.Errorf("%s: %w", udid, err)
		}
	}
	return nil
}

// eventually gives the views time to follow the log.
func eventually(check func() error) error {
	deadline := time.Now().Add(10 * time.Second)
	for {
		err := check()
		if err == nil || time.Now().After(deadline) {
			return err
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func sameDevices(api *api, expected []string) error {
	return eventually(func() error {
		list, err := api.devices()
		if err != nil {
			return err
		}
		var known []string
		for _, one := range list {
			known = append(known, strings.ToUpper(one.UDID))
			if one.ID == 0 || one.SerialNumber == "" {
				return fmt.Errorf("a device without number or serial number: %+v", one)
			}
		}
		for i := range expected {
			expected[i] = strings.ToUpper(expected[i])
		}
		sort.Strings(known)
		sort.Strings(expected)
		if len(expected) == 0 || strings.Join(known, " ") != strings.Join(expected, " ") {
			return fmt.Errorf("the API knows %v, there are %v", known, expected)
		}
		return nil
	})
}

func queue(api *api, udids, requestTypes []string) error {
	return each(udids, func(udid string) error {
		one, err := api.device(udid)
		if err != nil {
			return err
		}
		for _, requestType := range requestTypes {
			if err := api.queue(one.ID, requestType); err != nil {
				return err
			}
		}
		return nil
	})
}

// counts tells how many events of each type a device's trail holds.
func counts(api *api, udid string) (map[string]int, error) {
	trail, err := api.audit(udid)
	if err != nil {
		return nil, err
	}
	count := map[string]int{}
	for _, one := range trail {
		if one.Sentence == "" {
			return nil, fmt.Errorf("an entry without a sentence: %+v", one)
		}
		count[one.Type]++
	}
	return count, nil
}

func enrolled(api *api, udid, times string) error {
	count, err := counts(api, udid)
	if err != nil {
		return err
	}
	for _, event := range []string{"EnrollmentStarted", "DeviceEnrolled"} {
		if fmt.Sprint(count[event]) != times {
			return fmt.Errorf("%d %s instead of %s", count[event], event, times)
		}
	}
	return nil
}

// answered: what the operator queued and what the policy may have added, all but one acknowledged.
func answered(api *api, udid string) error {
	count, err := counts(api, udid)
	if err != nil {
		return err
	}
	queued := count["CommandQueued"]
	if queued < 3 || count["CommandAcknowledged"] != queued-1 || count["CommandFailed"] != 1 {
		return fmt.Errorf("queued %d, acknowledged %d, failed %d",
			queued, count["CommandAcknowledged"], count["CommandFailed"])
	}
	if count["DeviceConnected"] == 0 {
		return fmt.Errorf("no DeviceConnected")
	}
	return nil
}

func has(api *api, udid, event string) error {
	return eventually(func() error {
		count, err := counts(api, udid)
		if err == nil && count[event] == 0 {
			err = fmt.Errorf("%s has no %s", udid, event)
		}
		return err
	})
}

// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// api is Daybook's API, asked with the token of the first administrator.
type api struct {
	base  string
	token string
	link  string
}

// device is what the list tells of a device, as far as it is needed here.
type device struct {
	ID           int64  `json:"id"`
	UDID         string `json:"udid"`
	SerialNumber string `json:"serial_number"`
}

// entry is one entry of the audit trail.
type entry struct {
	Index    int64  `json:"index"`
	Type     string `json:"type"`
	Sentence string `json:"sentence"`
}

// openAPI reads admin.json in a home folder.
func openAPI(home string) (*api, error) {
	text, err := os.ReadFile(filepath.Join(home, "admin.json"))
	if err != nil {
		return nil, err
	}
	var admin struct {
		Token string `json:"api_token"`
		Link  string `json:"enrollment_url"`
	}
	if err := json.Unmarshal(text, &admin); err != nil {
		return nil, err
	}
	link, err := url.Parse(admin.Link)
	if err != nil {
		return nil, err
	}
	return &api{link.Scheme + "://" + link.Host, admin.Token, admin.Link}, nil
}

// ask sends a request and reads the answer's JSON; another status than the expected is an error.
func (a *api) ask(method, path string, body any, expected int, answer any) error {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return err
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, a.base+path, content)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Token "+a.token)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != expected {
		return fmt.Errorf("%s %s: %d instead of %d: %s", method, path, response.StatusCode, expected, text)
	}
	return json.Unmarshal(text, answer)
}

// devices lists all devices.
func (a *api) devices() ([]device, error) {
	var list []device
	return list, a.ask("GET", "/api/mdm/devices/", nil, 200, &list)
}

// device finds one by its UDID, in either case.
func (a *api) device(udid string) (*device, error) {
	list, err := a.devices()
	if err != nil {
		return nil, err
	}
	for _, one := range list {
		if strings.EqualFold(one.UDID, udid) {
			return &one, nil
		}
	}
	return nil, fmt.Errorf("the API knows no device %s", udid)
}

// queue queues a command with nothing but its request type.
func (a *api) queue(id int64, requestType string) error {
	command := "<dict><key>RequestType</key><string>" + requestType + "</string></dict>"
	path := fmt.Sprintf("/api/mdm/devices/%d/send_custom_command/", id)
	var answer struct {
		UUID string `json:"uuid"`
	}
	if err := a.ask("POST", path, map[string]string{"command": command}, 201, &answer); err != nil {
		return err
	}
	if answer.UUID == "" {
		return fmt.Errorf("%s answered without a uuid", path)
	}
	return nil
}

// audit reads a device's whole trail, newest first.
func (a *api) audit(udid string) ([]entry, error) {
	var all []entry
	cursor := ""
	for {
		query := url.Values{"udid": {udid}, "limit": {"100"}}
		if cursor != "" {
			query.Set("cursor", cursor)
		}
		var page struct {
			Next    *string `json:"next"`
			Results []entry `json:"results"`
		}
		if err := a.ask("GET", "/api/mdm/audit/?"+query.Encode(), nil, 200, &page); err != nil {
			return nil, err
		}
		all = append(all, page.Results...)
		if page.Next == nil || *page.Next == "" {
			return all, nil
		}
		next, err := url.Parse(*page.Next)
		if err != nil {
			return nil, err
		}
		if cursor = next.Query().Get("cursor"); cursor == "" {
			cursor = *page.Next
		}
	}
}

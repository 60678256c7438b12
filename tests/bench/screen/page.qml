// The kiosk's home screen and number entry in Qt Quick, for measuring it beside: what page.html shows, with the same clock and card.
import QtQuick
import QtQuick.Window

Window {
    id: page
    visible: true
    flags: Qt.Window | Qt.FramelessWindowHint
    width: Screen.width
    height: Screen.height
    color: "#eef3f8"
    title: "继续教育证书自助服务"

    component Words: Text {
        font.family: "Noto Sans CJK SC"
        color: "#10273d"
    }
    component Key: Rectangle {
        id: key
        property alias label: words.text
        signal chosen
        color: area.pressed ? "#d5e4f3" : "#ffffff"
        radius: 24
        border.color: "#c9d8e8"
        Words { id: words; anchors.centerIn: parent; font.pixelSize: 40; color: "#0b3d70" }
        MouseArea { id: area; anchors.fill: parent; onPressed: key.chosen() }
    }

    Rectangle {
        width: page.width; height: 120; color: "#0b3d70"
        Words { x: 48; anchors.verticalCenter: parent.verticalCenter; font.pixelSize: 34; color: "white"
                text: "广州市天河区人力资源和社会保障服务大厅" }
        Words { id: clock; anchors { right: parent.right; rightMargin: 48; verticalCenter: parent.verticalCenter }
                font.pixelSize: 34; color: "white" }
    }
    Timer {
        interval: 1000; running: true; repeat: true; triggeredOnStart: true
        // The card slides as the kiosk's does: a step a second, and it lies there longer than it moves.
        property var lifts: [30, 20, 10, 0, 0, 0, 0, 0, 0, 0]
        property int beat: 0
        onTriggered: {
            clock.text = Qt.formatTime(new Date(), "hh:mm")
            card.y = 70 - lifts[beat++ % lifts.length]
        }
    }

    Item {
        id: home
        anchors.fill: parent
        Words { anchors.horizontalCenter: parent.horizontalCenter; y: page.height * 0.24; font.pixelSize: 72; text: "请将身份证放在读卡区" }
        Words { anchors.horizontalCenter: parent.horizontalCenter; y: page.height * 0.31; font.pixelSize: 36; color: "#43586b"
                text: "查询继续教育进度，打印年度证书" }
        Item {
            width: 520; height: 360; anchors.horizontalCenter: parent.horizontalCenter; y: page.height * 0.38
            Rectangle { x: 60; y: 120; width: 400; height: 200; radius: 24; color: "#0b3d70" }
            Rectangle { id: card; x: 130; y: 40; width: 260; height: 164; radius: 14; color: "white"; border { color: "#8fb3d9"; width: 4 } }
        }
        Key { x: page.width / 2 - 420; y: page.height * 0.65; width: 400; height: 150; label: "输入身份证号"
              onChosen: { home.visible = false; entry.visible = true } }
        Key { x: page.width / 2 + 20; y: page.height * 0.65; width: 400; height: 150; label: "核验证书" }
    }

    Item {
        id: entry
        visible: false
        anchors.fill: parent
        Words { anchors.horizontalCenter: parent.horizontalCenter; y: page.height * 0.20; font.pixelSize: 72; text: "请输入身份证号" }
        Rectangle {
            x: page.width / 2 - 354; y: page.height * 0.28; width: 708; height: 124; radius: 16; color: "white"
            Words { id: field; anchors.verticalCenter: parent.verticalCenter; x: 32; font.pixelSize: 44 }
        }
        Repeater {
            model: "123456789X0⌫".split("")
            Key {
                required property string modelData
                required property int index
                x: page.width / 2 - 354 + index % 3 * 244
                y: page.height * 0.40 + Math.floor(index / 3) * 164
                width: 220; height: 140
                label: modelData
                onChosen: field.text += modelData
            }
        }
    }

    Rectangle {
        y: page.height - height; width: page.width; height: 108; color: "#0b3d70"
        Words { x: 48; anchors.verticalCenter: parent.verticalCenter; font.pixelSize: 30; color: "white"; text: "咨询电话 12333" }
    }
}

package org.diachi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diachi.sample.SampleArea.Kind;
import org.diachi.sample.SampleArea.LandUse;
import org.diachi.sample.SampleArea.Plan;
import org.diachi.sample.SampleArea.Ward;
import org.diachi.sample.SampleArea.Words;
import org.diachi.value.Crs;

/** A small description of a city for tests. */
final class SampleAreas {
    private SampleAreas() {}

    static SampleArea withWards(int count) {
        List<Ward> wards = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            wards.add(new Ward("W" + i, "Ward " + i, i <= count / 2 ? "phường" : "xã"));
        }
        return new SampleArea(
                Crs.of(32648),
                775_000,
                1_822_000,
                wards,
                landUses(),
                List.of(
                        new Plan("now", "Plan", "1/QĐ", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 4, 1)),
                        new Plan("later", "Vision", "2/QĐ", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1))),
                words());
    }

    private static List<LandUse> landUses() {
        List<LandUse> uses = new ArrayList<>();
        for (LandUseRole role : LandUseRole.values()) {
            uses.add(new LandUse(role + "-1", role, 3));
            uses.add(new LandUse(role + "-2", role, 1));
        }
        return uses;
    }

    private static Words words() {
        List<String> streets = new ArrayList<>();
        for (String family : List.of("Lê", "Trần", "Nguyễn", "Phan", "Hoàng", "Đặng")) {
            for (String given : List.of("Lợi", "Phú", "Huệ", "Diệu", "Định", "Khuyến", "Du", "Trãi")) {
                streets.add(family + " " + given);
            }
        }
        return new Words(
                streets,
                List.of("kiệt", "hẻm"),
                List.of("An Nhiên", "Bình Minh"),
                List.of(new Kind("cafe", "Cà phê"), new Kind("grocery", "Tạp hoá")),
                List.of(new Kind("park", "Công viên"), new Kind("square", "Quảng trường"), new Kind("market", "Chợ")),
                List.of("Trung tâm Công viên cây xanh"));
    }
}
